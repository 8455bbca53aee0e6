-- The same by channel.
CREATE TABLE nexmark_q16 (
  channel STRING,
  `day` STRING,
  `minute` STRING,
  total_bids BIGINT,
  total_bidders BIGINT,
  total_auctions BIGINT,
  PRIMARY KEY (channel, `day`) NOT ENFORCED
) WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q16
SELECT
  channel,
  DATE_FORMAT(date_time, 'yyyy-MM-dd'),
  MAX(DATE_FORMAT(date_time, 'HH:mm')),
  COUNT(*),
  COUNT(DISTINCT bidder),
  COUNT(DISTINCT auction)
FROM bid
GROUP BY channel, DATE_FORMAT(date_time, 'yyyy-MM-dd');
