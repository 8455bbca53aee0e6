-- Selection: bids on some of the auctions.
CREATE TABLE nexmark_q02 (
  auction BIGINT,
  price BIGINT
) WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q02
SELECT auction, price
FROM bid
WHERE MOD(auction, 123) = 0;
