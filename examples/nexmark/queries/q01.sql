-- Currency: every price in euros.
CREATE TABLE nexmark_q01 (
  auction BIGINT,
  bidder BIGINT,
  price DECIMAL(23, 3),
  date_time TIMESTAMP(3),
  extra STRING
) WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q01
SELECT auction, bidder, 0.908 * price, date_time, extra
FROM bid;
