/** What the INSERT statements of a script would write. */
export const sqlPreview = {
  open: 'Preview rows',
  title: 'Preview of the sinks',
  help: 'The query of an INSERT runs and is shown; nothing is written. It ends when this is closed.',
  noInsert: 'There is no INSERT in the script that could be shown.',
  noPlace: 'There is no cluster with a SQL Gateway: register one first.',
  sink: 'Sink',
  place: 'Cluster',
  begin: 'Show rows',
  failed: 'The rows cannot be shown',
};
