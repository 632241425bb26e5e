// A stock exchange with order books, traders and accounts: the twin of exchange.py.
//
// Usage: node exchange.mjs [days]

const STOCKS = ['AAA', 'BBB', 'CCC'];
const BUY = 1;
const SELL = -1;
const FAIR_PRICE = 10000;
const STEPS = 100;

/** Base of the reasons why an order is not taken. */
class OrderRejected extends Error {}

class InsufficientFunds extends OrderRejected {
  constructor(needed, available) {
    super(`needs ${needed} but has ${available}`);
  }
}

class InsufficientShares extends OrderRejected {}

class InvalidOrder extends OrderRejected {}

class Random {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state * 16598013 + 12820163) % 16777216;
    return Math.floor((this.state * limit) / 16777216);
  }

  between(low, high) {
    return low + this.below(high - low + 1);
  }
}

function add(map, key, amount) {
  map.set(key, (map.get(key) ?? 0) + amount);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

class Order {
  constructor(number, trader, stock, side, quantity, price) {
    this.number = number;
    this.trader = trader;
    this.stock = stock;
    this.side = side;
    this.quantity = quantity;
    this.price = price;
    this.filled = 0;
    this.withdrawn = false;
  }

  get left() {
    return this.quantity - this.filled;
  }

  get isOpen() {
    return this.left > 0 && !this.withdrawn;
  }
}

class Trade {
  constructor(time, stock, price, quantity, buyer, seller) {
    this.time = time;
    this.stock = stock;
    this.price = price;
    this.quantity = quantity;
    this.buyer = buyer;
    this.seller = seller;
  }
}

class Account {
  constructor(cash, shares) {
    this.cash = cash;
    this.shares = shares;
    this.reservedCash = 0;
    this.reservedShares = new Map();
  }

  get freeCash() {
    return this.cash - this.reservedCash;
  }

  freeShares(stock) {
    return (this.shares.get(stock) ?? 0) - (this.reservedShares.get(stock) ?? 0);
  }

  /** Set aside what an order may need; raise an error if it is not there. */
  reserve(order) {
    if (order.side === BUY) {
      const needed = order.price * order.quantity;
      if (needed > this.freeCash) throw new InsufficientFunds(needed, this.freeCash);
      this.reservedCash += needed;
    } else {
      if (order.quantity > this.freeShares(order.stock)) throw new InsufficientShares(order.stock);
      add(this.reservedShares, order.stock, order.quantity);
    }
  }

  release(order, quantity) {
    if (order.side === BUY) this.reservedCash -= order.price * quantity;
    else add(this.reservedShares, order.stock, -quantity);
  }

  settle(stock, side, price, quantity) {
    this.cash -= side * price * quantity;
    add(this.shares, stock, side * quantity);
  }
}

/** A binary heap of orders: the best price first, among equals the oldest order. */
class OrderHeap {
  constructor(side) {
    this.side = side;
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  get first() {
    return this.items[0];
  }

  before(a, b) {
    if (a.price !== b.price) return this.side * (a.price - b.price) > 0;
    return a.number < b.number;
  }

  push(order) {
    const { items } = this;
    let child = items.length;
    items.push(order);
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.before(order, items[parent])) break;
      items[child] = items[parent];
      child = parent;
    }
    items[child] = order;
  }

  pop() {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0) return top;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.before(items[child + 1], items[child])) child++;
      if (!this.before(items[child], last)) break;
      items[parent] = items[child];
      parent = child;
    }
    items[parent] = last;
    return top;
  }
}

/** The open orders for a stock; those that were withdrawn stay in the heaps until they come up. */
class Book {
  constructor(stock) {
    this.stock = stock;
    this.heaps = new Map([[BUY, new OrderHeap(BUY)], [SELL, new OrderHeap(SELL)]]);
    this.lastPrice = FAIR_PRICE;
    this.volume = 0;
    this.depth = new Map([[BUY, new Map()], [SELL, new Map()]]);
  }

  insert(order) {
    this.heaps.get(order.side).push(order);
    add(this.depth.get(order.side), order.price, order.left);
  }

  reduce(order, quantity) {
    const levels = this.depth.get(order.side);
    const left = levels.get(order.price) - quantity;
    if (left === 0) levels.delete(order.price);
    else levels.set(order.price, left);
  }

  /** Return the order that is served first, or null. */
  best(side) {
    const heap = this.heaps.get(side);
    while (heap.size > 0 && !heap.first.isOpen) heap.pop();
    return heap.size > 0 ? heap.first : null;
  }

  get spread() {
    const bid = this.best(BUY);
    const ask = this.best(SELL);
    return bid === null || ask === null ? null : [bid.price, ask.price];
  }

  levels(side, count) {
    return [...this.depth.get(side)].sort(([a], [b]) => side * (b - a)).slice(0, count);
  }
}

class Exchange {
  constructor() {
    this.books = new Map(STOCKS.map((stock) => [stock, new Book(stock)]));
    this.time = 0;
    this.nextNumber = 1;
    this.trades = [];
    this.observers = [];
    this.rejected = new Map();
    this.withdrawals = 0;
  }

  /** Match an order at once as far as possible and put the rest into the book. */
  place(trader, stock, side, quantity, price) {
    if (quantity <= 0 || price <= 0) throw new InvalidOrder(`${quantity} at ${price}`);
    const order = new Order(this.nextNumber, trader, stock, side, quantity, price);
    trader.account.reserve(order);
    this.nextNumber++;
    this.match(order);
    if (order.left > 0) this.books.get(stock).insert(order);
    return order;
  }

  match(order) {
    const book = this.books.get(order.stock);
    while (order.left > 0) {
      const other = book.best(-order.side);
      if (other === null || order.side * (order.price - other.price) < 0) return;
      const quantity = Math.min(order.left, other.left);
      book.reduce(other, quantity);
      this.execute(order, other, quantity, other.price);
    }
  }

  execute(order, other, quantity, price) {
    const [buy, sell] = order.side === BUY ? [order, other] : [other, order];
    for (const part of [buy, sell]) {
      part.trader.account.release(part, quantity);
      part.trader.account.settle(part.stock, part.side, price, quantity);
      part.filled += quantity;
    }
    const book = this.books.get(order.stock);
    book.lastPrice = price;
    book.volume += quantity;
    const trade = new Trade(this.time, order.stock, price, quantity, buy.trader.name, sell.trader.name);
    this.trades.push(trade);
    for (const observer of this.observers) observer(trade);
  }

  withdraw(order) {
    if (!order.isOpen) return false;
    order.withdrawn = true;
    this.withdrawals++;
    this.books.get(order.stock).reduce(order, order.left);
    order.trader.account.release(order, order.left);
    return true;
  }

  step(traders) {
    this.time++;
    for (const trader of traders) {
      try {
        trader.act(this);
      } catch (error) {
        if (!(error instanceof OrderRejected)) throw error;
        add(this.rejected, error.constructor.name, 1);
      }
    }
  }
}

class Trader {
  constructor(name, random, cash, shares) {
    this.name = name;
    this.random = random;
    this.account = new Account(cash, new Map(STOCKS.map((stock) => [stock, shares])));
    this.orders = [];
  }

  order(exchange, stock, side, quantity, price) {
    const order = exchange.place(this, stock, side, quantity, price);
    if (order.isOpen) this.orders.push(order);
    return order;
  }

  withdrawOld(exchange, keep) {
    while (this.orders.length > keep) exchange.withdraw(this.orders.shift());
  }

  wealth(exchange) {
    let value = this.account.cash;
    for (const [stock, count] of this.account.shares) value += count * exchange.books.get(stock).lastPrice;
    return value;
  }
}

/** Buys and sells without a reason, near the last price, but not quite believing in it. */
class Noise extends Trader {
  act(exchange) {
    const { random } = this;
    if (random.below(3) === 0) return;
    const stock = STOCKS[random.below(STOCKS.length)];
    const held = this.account.shares.get(stock);
    const side = random.below(400) >= held ? BUY : SELL;
    const believed = Math.floor((exchange.books.get(stock).lastPrice * 15 + FAIR_PRICE) / 16);
    const price = believed + random.between(-60, 60);
    this.order(exchange, stock, side, random.between(0, 60), price);
    this.withdrawOld(exchange, 6);
  }
}

/** Offers to buy and to sell on both sides of the price, and moves the offers along. */
class Maker extends Trader {
  constructor(name, random, cash, shares, margin) {
    super(name, random, cash, shares);
    this.margin = margin;
    this.usual = shares;
  }

  act(exchange) {
    this.withdrawOld(exchange, 0);
    for (const stock of STOCKS) {
      const book = exchange.books.get(stock);
      const { spread } = book;
      const middle = spread === null ? book.lastPrice : Math.floor((spread[0] + spread[1]) / 2);
      const lean = Math.floor((this.account.shares.get(stock) - this.usual) / 50);
      this.order(exchange, stock, BUY, 20, middle - this.margin - lean);
      this.order(exchange, stock, SELL, 20, middle + this.margin - lean);
    }
  }
}

/** Compares two means of the last prices and follows the direction. */
class Follower extends Trader {
  constructor(name, random, cash, shares, stock) {
    super(name, random, cash, shares);
    this.stock = stock;
    this.prices = [];
    this.trend = 0;
  }

  /** Register for the trades of one stock. */
  watch(exchange) {
    exchange.observers.push((trade) => {
      if (trade.stock === this.stock) {
        this.prices.push(trade.price);
        if (this.prices.length > 24) this.prices.shift();
      }
    });
  }

  act(exchange) {
    const { prices } = this;
    if (prices.length < 24 || this.random.below(4) !== 0) return;
    const short = Math.floor(sum(prices.slice(-6)) / 6);
    const long = Math.floor(sum(prices) / 24);
    const trend = short > long + 2 ? 1 : short < long - 2 ? -1 : 0;
    if (trend !== this.trend && trend !== 0) {
      this.trend = trend;
      this.withdrawOld(exchange, 0);
      const last = prices[prices.length - 1];
      this.order(exchange, this.stock, trend, this.random.between(10, 80), last + 15 * trend);
    }
  }
}

/** Seldom trades, but much; splits orders into parts. */
class Whale extends Trader {
  constructor(name, random, cash, shares) {
    super(name, random, cash, shares);
    this.plan = [].values();
  }

  *newPlan() {
    const stock = STOCKS[this.random.below(STOCKS.length)];
    const side = this.random.below(6000) >= this.account.shares.get(stock) ? BUY : SELL;
    const parts = this.random.between(5, 15);
    for (let k = 0; k < parts; k++) {
      yield [stock, side, this.random.between(20, 90)];
      if (this.random.below(3) === 0) yield null;
    }
  }

  act(exchange) {
    const { value: part, done } = this.plan.next();
    if (done) {
      if (this.random.below(20) === 0) this.plan = this.newPlan();
      return;
    }
    if (part !== null) {
      const [stock, side, quantity] = part;
      this.order(exchange, stock, side, quantity, exchange.books.get(stock).lastPrice + 25 * side);
    }
    this.withdrawOld(exchange, 2);
  }
}

function makeTraders(exchange, random) {
  const traders = [];
  for (let k = 0; k < 8; k++) traders.push(new Noise(`noise${k}`, random, 1500000, 200));
  for (let k = 0; k < 2; k++) traders.push(new Maker(`maker${k}`, random, 20000000, 2000, 8 + 6 * k));
  for (const [k, stock] of STOCKS.entries()) {
    const follower = new Follower(`follower${k}`, random, 6000000, 500, stock);
    follower.watch(exchange);
    traders.push(follower);
  }
  traders.push(new Whale('whale', random, 30000000, 3000));
  return traders;
}

/** Collects first, highest, lowest and last price of equal periods. */
class Candles {
  constructor(period) {
    this.period = period;
    this.byKey = new Map();
  }

  add({ stock, time, price, quantity }) {
    const period = Math.floor(time / this.period);
    const key = `${stock} ${period}`;
    const candle = this.byKey.get(key);
    if (candle === undefined) {
      this.byKey.set(key, { stock, period, values: [price, price, price, price, quantity] });
    } else {
      const { values } = candle;
      values[1] = Math.max(values[1], price);
      values[2] = Math.min(values[2], price);
      values[3] = price;
      values[4] += quantity;
    }
  }

  checksum() {
    let result = 0;
    for (const { stock, period, values } of this.byKey.values()) {
      result = (result * 31 + stock.charCodeAt(0) + period) % 1000000007;
      for (const value of values) result = (result * 31 + value) % 1000000007;
    }
    return result;
  }
}

/** Return all cash and all shares, which no trade can change. */
function totals(traders) {
  return [
    sum(traders.map((trader) => trader.account.cash)),
    ...STOCKS.map((stock) => sum(traders.map((trader) => trader.account.shares.get(stock)))),
  ];
}

function tradingDay(random, candles) {
  const exchange = new Exchange();
  const traders = makeTraders(exchange, random);
  exchange.observers.push((trade) => candles.add(trade));
  const before = totals(traders);
  for (let k = 0; k < STEPS; k++) exchange.step(traders);
  const after = totals(traders);
  if (after.some((value, k) => value !== before[k])) throw new Error('cash or shares were lost');
  return [exchange, traders];
}

function main() {
  const days = Number(process.argv[2] ?? 25);
  const random = new Random(8675309);
  const rejected = new Map();
  let orders = 0;
  let withdrawals = 0;
  let trades = 0;
  let checksum = 0;
  let count = 0;
  let exchange = null;
  let traders = [];
  for (let day = 0; day < days; day++) {
    const candles = new Candles(10);
    [exchange, traders] = tradingDay(random, candles);
    orders += exchange.nextNumber - 1;
    withdrawals += exchange.withdrawals;
    trades += exchange.trades.length;
    count += candles.byKey.size;
    checksum = (checksum * 31 + candles.checksum()) % 1000000007;
    for (const [kind, times] of exchange.rejected) add(rejected, kind, times);
  }

  const show = (levels) => levels.map(([price, quantity]) => `${quantity}@${price}`).join(' ');
  for (const [stock, book] of exchange.books) {
    const offers = `bids ${show(book.levels(BUY, 3))}, asks ${show(book.levels(SELL, 3))}`;
    console.log(`${stock}: last ${book.lastPrice}, volume ${book.volume}, ${offers}`);
  }
  const ranking = traders.map((trader) => [trader.wealth(exchange), trader]);
  ranking.sort(([a, x], [b, y]) => b - a || (x.name < y.name ? -1 : 1));
  for (const [wealth, { name, account }] of ranking.slice(0, 5)) {
    const held = [...account.shares].map(([stock, shares]) => `${stock} ${shares}`).join(', ');
    console.log(`${name.padEnd(10)} ${String(wealth).padStart(10)} ${held}`);
  }
  console.log(`${orders} orders, ${withdrawals} withdrawn, ${trades} trades in ${days} days`);
  const reasons = [...rejected.keys()].sort().map((kind) => `${kind} ${rejected.get(kind)}`);
  console.log(`rejected: ${reasons.join(', ')}`);
  console.log(`${count} candles, checksum ${checksum}`);
}

main();
