-- The winning bid of every auction.
CREATE TABLE nexmark_q09 (
  id BIGINT,
  item_name STRING,
  seller BIGINT,
  auction BIGINT,
  bidder BIGINT,
  price BIGINT,
  PRIMARY KEY (id) NOT ENFORCED
) WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q09
SELECT id, item_name, seller, auction, bidder, price
FROM (
  SELECT A.id, A.item_name, A.seller, B.auction, B.bidder, B.price,
    ROW_NUMBER() OVER (PARTITION BY A.id ORDER BY B.price DESC, B.date_time ASC) AS rownum
  FROM auction A, bid B
  WHERE A.id = B.auction AND B.date_time BETWEEN A.date_time AND A.expires
)
WHERE rownum <= 1;
