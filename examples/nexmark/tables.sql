-- People, auctions and bids of an auction site, a few thousand rows a second.
CREATE TABLE person (
  id BIGINT,
  name STRING,
  email_address STRING,
  credit_card STRING,
  city_no INT,
  city AS CASE MOD(city_no, 4) WHEN 0 THEN 'Portland' WHEN 1 THEN 'Boise' WHEN 2 THEN 'Phoenix' ELSE 'Kent' END,
  state AS CASE MOD(city_no, 4) WHEN 0 THEN 'or' WHEN 1 THEN 'id' WHEN 2 THEN 'ca' ELSE 'wa' END,
  date_time AS CAST(LOCALTIMESTAMP AS TIMESTAMP(3)),
  WATERMARK FOR date_time AS date_time - INTERVAL '1' SECOND
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '200',
  'number-of-rows' = '2000',
  'fields.id.kind' = 'sequence',
  'fields.id.start' = '1',
  'fields.id.end' = '2000',
  'fields.name.length' = '12',
  'fields.email_address.length' = '20',
  'fields.credit_card.length' = '16',
  'fields.city_no.min' = '0',
  'fields.city_no.max' = '1000'
);

CREATE TABLE auction (
  id BIGINT,
  item_name STRING,
  description STRING,
  initial_bid BIGINT,
  reserve BIGINT,
  seller BIGINT,
  category BIGINT,
  date_time AS CAST(LOCALTIMESTAMP AS TIMESTAMP(3)),
  expires AS CAST(LOCALTIMESTAMP AS TIMESTAMP(3)) + INTERVAL '10' SECOND,
  WATERMARK FOR date_time AS date_time - INTERVAL '1' SECOND
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '200',
  'number-of-rows' = '2000',
  'fields.id.kind' = 'sequence',
  'fields.id.start' = '1',
  'fields.id.end' = '2000',
  'fields.item_name.length' = '10',
  'fields.description.length' = '30',
  'fields.initial_bid.min' = '1',
  'fields.initial_bid.max' = '1000',
  'fields.reserve.min' = '1000',
  'fields.reserve.max' = '2000',
  'fields.seller.min' = '1',
  'fields.seller.max' = '2000',
  'fields.category.min' = '10',
  'fields.category.max' = '14'
);

CREATE TABLE bid (
  auction BIGINT,
  bidder BIGINT,
  price BIGINT,
  channel_no INT,
  channel AS CASE MOD(channel_no, 5) WHEN 0 THEN 'apple' WHEN 1 THEN 'google' WHEN 2 THEN 'facebook' WHEN 3 THEN 'baidu' ELSE 'channel-' || CAST(channel_no AS STRING) END,
  url AS 'https://www.nexmark.com/item/shop/page.htm?query=1&channel_id=' || CAST(channel_no AS STRING),
  date_time AS CAST(LOCALTIMESTAMP AS TIMESTAMP(3)),
  extra STRING,
  WATERMARK FOR date_time AS date_time - INTERVAL '1' SECOND
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '1000',
  'number-of-rows' = '10000',
  'fields.auction.min' = '1',
  'fields.auction.max' = '2000',
  'fields.bidder.min' = '1',
  'fields.bidder.max' = '2000',
  'fields.price.min' = '1',
  'fields.price.max' = '10000000',
  'fields.channel_no.min' = '0',
  'fields.channel_no.max' = '10000',
  'fields.extra.length' = '40'
);
