import { sinkMetrics, sourceMetrics } from './countMetrics';

/** Of vertices of Flink 1.20.3, as they were. */
const SEATUNNEL = [
  'fake[1].numRecordsOut',
  'SinkConversion[2].numRecordsIn',
  'SinkConversion[2].numRecordsOut',
  'numRecordsOut',
  'Console__Writer.numRecordsIn',
  'Console__Committer.numRecordsIn',
  'Source__FakeSource-source.numRecordsIn',
  'Source__FakeSource-source.numRecordsOut',
  'fake[1].numRecordsIn',
  'numRecordsIn',
];

it.each([
  [SEATUNNEL, ['Console__Writer.numRecordsIn']],
  [
    ['PostPartition.numRecordsIn', 'Sink_Writer__w.numRecordsIn'],
    ['Sink_Writer__w.numRecordsIn'],
  ],
  [
    ['GlobalWindows.numRecordsIn', 'Sink__Print_to_Std__Out.numRecordsIn'],
    ['Sink__Print_to_Std__Out.numRecordsIn'],
  ],
  // The end of SQL's sink of files takes no rows.
  [
    ['streaming-writer.numRecordsIn', 'Sink__end.numRecordsIn'],
    ['streaming-writer.numRecordsIn'],
  ],
  [['SinkMaterializer[5].numRecordsIn', 'Calc[2].numRecordsIn'], []],
])('of %j %j count what is written', (names, expected) => {
  expect(sinkMetrics(names, 'numRecordsIn')).toEqual(expected);
});

it('finds what is read from outside', () => {
  expect(sourceMetrics(SEATUNNEL, 'numRecordsOut')).toEqual([
    'Source__FakeSource-source.numRecordsOut',
  ]);
});
