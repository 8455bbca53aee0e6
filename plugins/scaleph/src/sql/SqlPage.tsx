import { useState } from 'react';
import { SqlEditor } from './editor';

/** Scaleph › SQL. */
export const SqlPage = () => {
  const [text, setText] = useState('SELECT 1;\n');
  return (
    <SqlEditor label="SQL" dialect="flink" text={text} onChange={setText} />
  );
};
