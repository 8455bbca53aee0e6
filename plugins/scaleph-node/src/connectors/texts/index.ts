import { ConnectorTexts, FamilyTexts } from '../textFiles';
import assertTexts from './Assert.json';
import consoleTexts from './Console.json';
import copyTexts from './Copy.json';
import dynamicCompileTexts from './DynamicCompile.json';
import embeddingTexts from './Embedding.json';
import fakeSourceTexts from './FakeSource.json';
import fieldMapperTexts from './FieldMapper.json';
import filterTexts from './Filter.json';
import filterRowKindTexts from './FilterRowKind.json';
import jdbcTexts from './Jdbc.json';
import jsonPathTexts from './JsonPath.json';
import llmTexts from './LLM.json';
import localFileTexts from './LocalFile.json';
import replaceTexts from './Replace.json';
import splitTexts from './Split.json';
import sqlTexts from './Sql.json';
import cdcFamily from './families/cdc.json';
import filesFamily from './families/files.json';
import hadoopFamily from './families/hadoop.json';
import httpFamily from './families/http.json';
import saveModeFamily from './families/saveMode.json';
import schemaFamily from './families/schema.json';
import sinkFamily from './families/sink.json';
import transformFamily from './families/transform.json';

/** Texts that several connectors share, by the name that profiles.ts gives. @internal */
export const familyTexts = {
  cdc: cdcFamily,
  files: filesFamily,
  hadoop: hadoopFamily,
  http: httpFamily,
  saveMode: saveModeFamily,
  schema: schemaFamily,
  sink: sinkFamily,
  transform: transformFamily,
} as unknown as Record<string, FamilyTexts>;

/** Texts of connectors by their names. @internal */
export const connectorTexts = {
  Assert: assertTexts,
  Console: consoleTexts,
  Copy: copyTexts,
  DynamicCompile: dynamicCompileTexts,
  Embedding: embeddingTexts,
  FakeSource: fakeSourceTexts,
  FieldMapper: fieldMapperTexts,
  Filter: filterTexts,
  FilterRowKind: filterRowKindTexts,
  Jdbc: jdbcTexts,
  JsonPath: jsonPathTexts,
  LLM: llmTexts,
  LocalFile: localFileTexts,
  Replace: replaceTexts,
  Split: splitTexts,
  Sql: sqlTexts,
} as unknown as Record<string, ConnectorTexts>;
