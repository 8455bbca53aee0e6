/** @internal */
export const USAGE = `usage: scaleph <command> [arguments]

  check FILE   say what is wrong with a pipeline file
  run FILE     run a pipeline file on this machine
  connectors [NAME]
               list the connectors of SeaTunnel, or say what one takes (in Chinese where LANG says zh)

options of check and run
  --json                 print one JSON document and nothing else
  --data-sources FILE    data sources by name (default: data-sources.yaml beside the pipeline file, when it is there)
  --root DIR             a directory that files may be in, besides that of the pipeline file and the current one (several are possible)

options of connectors
  --json                 print one JSON document and nothing else
  --release RELEASE      as that release of SeaTunnel has them (default: all that are known, together)

options of run
  --set NAME=VALUE       a value for a parameter of the pipeline (several are possible)
  --memory SIZE          memory of the run, e.g. 512MB (default 1GB)
  --threads N            threads of the run (default: as many as processors, at most 8)

  --help                 this text
  --version              the version

Exit code 0 when the file is right, or the run has finished; 1 otherwise.
`;

/** The command line was wrong; the message says how. @internal */
export class UsageError extends Error {}
