-- Pass through: what reading and writing alone cost.
CREATE TABLE nexmark_q00 (
  auction BIGINT,
  bidder BIGINT,
  price BIGINT,
  date_time TIMESTAMP(3),
  extra STRING
) WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q00
SELECT auction, bidder, price, date_time, extra
FROM bid;
