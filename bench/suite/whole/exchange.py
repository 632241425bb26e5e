"""A stock exchange: order books with price and time priority, traders with strategies, accounts.

Usage: exchange.py [days]

A day has 100 steps; in each of them every trader looks at the market and may place or withdraw orders.
Prices are whole cents. At the end of a day no cash and no shares may have got lost.
"""
import sys
from collections import deque
from dataclasses import dataclass, field
from heapq import heappop, heappush

STOCKS = ["AAA", "BBB", "CCC"]
BUY = 1
SELL = -1
FAIR_PRICE = 10000
STEPS = 100


class OrderRejected(Exception):
    """Base of the reasons why an order is not taken."""


class InsufficientFunds(OrderRejected):
    def __init__(self, needed, available):
        super().__init__(f"needs {needed} but has {available}")


class InsufficientShares(OrderRejected):
    pass


class InvalidOrder(OrderRejected):
    pass


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 16598013 + 12820163) % 16777216
        return self.state * limit // 16777216

    def between(self, low, high):
        return low + self.below(high - low + 1)


@dataclass
class Order:
    number: int
    trader: "Trader"
    stock: str
    side: int
    quantity: int
    price: int
    filled: int = 0
    withdrawn: bool = False

    @property
    def left(self):
        return self.quantity - self.filled

    @property
    def is_open(self):
        return self.left > 0 and not self.withdrawn


@dataclass
class Trade:
    time: int
    stock: str
    price: int
    quantity: int
    buyer: str
    seller: str


@dataclass
class Account:
    cash: int
    shares: dict = field(default_factory=dict)
    reserved_cash: int = 0
    reserved_shares: dict = field(default_factory=dict)

    @property
    def free_cash(self):
        return self.cash - self.reserved_cash

    def free_shares(self, stock):
        return self.shares.get(stock, 0) - self.reserved_shares.get(stock, 0)

    def reserve(self, order):
        """Set aside what an order may need; raise an error if it is not there."""
        if order.side == BUY:
            needed = order.price * order.quantity
            if needed > self.free_cash:
                raise InsufficientFunds(needed, self.free_cash)
            self.reserved_cash += needed
        else:
            if order.quantity > self.free_shares(order.stock):
                raise InsufficientShares(order.stock)
            self.reserved_shares[order.stock] = self.reserved_shares.get(order.stock, 0) + order.quantity

    def release(self, order, quantity):
        if order.side == BUY:
            self.reserved_cash -= order.price * quantity
        else:
            self.reserved_shares[order.stock] -= quantity

    def settle(self, stock, side, price, quantity):
        self.cash -= side * price * quantity
        self.shares[stock] = self.shares.get(stock, 0) + side * quantity


class Book:
    """The open orders for a stock; those that were withdrawn stay in the heaps until they come up."""

    def __init__(self, stock):
        self.stock = stock
        self.bids = []
        self.asks = []
        self.last_price = FAIR_PRICE
        self.volume = 0
        self.depth = {BUY: {}, SELL: {}}

    def heap(self, side):
        return self.bids if side == BUY else self.asks

    def insert(self, order):
        heappush(self.heap(order.side), (-order.side * order.price, order.number, order))
        levels = self.depth[order.side]
        levels[order.price] = levels.get(order.price, 0) + order.left

    def reduce(self, order, quantity):
        levels = self.depth[order.side]
        levels[order.price] -= quantity
        if levels[order.price] == 0:
            del levels[order.price]

    def best(self, side):
        """Return the order that is served first, or None."""
        heap = self.heap(side)
        while heap and not heap[0][2].is_open:
            heappop(heap)
        return heap[0][2] if heap else None

    @property
    def spread(self):
        bid, ask = self.best(BUY), self.best(SELL)
        if bid is None or ask is None:
            return None
        return bid.price, ask.price

    def levels(self, side, count):
        prices = sorted(self.depth[side], reverse=side == BUY)
        return [(price, self.depth[side][price]) for price in prices[:count]]


class Exchange:
    def __init__(self):
        self.books = {stock: Book(stock) for stock in STOCKS}
        self.time = 0
        self.next_number = 1
        self.trades = []
        self.observers = []
        self.rejected = {}
        self.withdrawals = 0

    def place(self, trader, stock, side, quantity, price):
        """Match an order at once as far as possible and put the rest into the book."""
        if quantity <= 0 or price <= 0:
            raise InvalidOrder(f"{quantity} at {price}")
        order = Order(self.next_number, trader, stock, side, quantity, price)
        trader.account.reserve(order)
        self.next_number += 1
        self.match(order)
        if order.left:
            self.books[stock].insert(order)
        return order

    def match(self, order):
        book = self.books[order.stock]
        while order.left:
            other = book.best(-order.side)
            if other is None or order.side * (order.price - other.price) < 0:
                return
            quantity = min(order.left, other.left)
            book.reduce(other, quantity)
            self.execute(order, other, quantity, other.price)

    def execute(self, order, other, quantity, price):
        buy, sell = (order, other) if order.side == BUY else (other, order)
        for part in (buy, sell):
            part.trader.account.release(part, quantity)
            part.trader.account.settle(part.stock, part.side, price, quantity)
            part.filled += quantity
        book = self.books[order.stock]
        book.last_price = price
        book.volume += quantity
        trade = Trade(self.time, order.stock, price, quantity, buy.trader.name, sell.trader.name)
        self.trades.append(trade)
        for observer in self.observers:
            observer(trade)

    def withdraw(self, order):
        if not order.is_open:
            return False
        order.withdrawn = True
        self.withdrawals += 1
        self.books[order.stock].reduce(order, order.left)
        order.trader.account.release(order, order.left)
        return True

    def step(self, traders):
        self.time += 1
        for trader in traders:
            try:
                trader.act(self)
            except OrderRejected as error:
                kind = type(error).__name__
                self.rejected[kind] = self.rejected.get(kind, 0) + 1


class Trader:
    def __init__(self, name, random, cash, shares):
        self.name = name
        self.random = random
        self.account = Account(cash, {stock: shares for stock in STOCKS})
        self.orders = deque()

    def act(self, exchange):
        raise NotImplementedError

    def order(self, exchange, stock, side, quantity, price):
        order = exchange.place(self, stock, side, quantity, price)
        if order.is_open:
            self.orders.append(order)
        return order

    def withdraw_old(self, exchange, keep):
        while len(self.orders) > keep:
            exchange.withdraw(self.orders.popleft())

    def wealth(self, exchange):
        value = self.account.cash
        for stock, count in self.account.shares.items():
            value += count * exchange.books[stock].last_price
        return value


class Noise(Trader):
    """Buys and sells without a reason, near the last price, but not quite believing in it."""

    def act(self, exchange):
        random = self.random
        if random.below(3) == 0:
            return
        stock = STOCKS[random.below(len(STOCKS))]
        held = self.account.shares[stock]
        side = BUY if random.below(400) >= held else SELL
        price = (exchange.books[stock].last_price * 15 + FAIR_PRICE) // 16 + random.between(-60, 60)
        self.order(exchange, stock, side, random.between(0, 60), price)
        self.withdraw_old(exchange, 6)


class Maker(Trader):
    """Offers to buy and to sell on both sides of the price, and moves the offers along."""

    def __init__(self, name, random, cash, shares, margin):
        super().__init__(name, random, cash, shares)
        self.margin = margin
        self.usual = shares

    def act(self, exchange):
        self.withdraw_old(exchange, 0)
        for stock in STOCKS:
            book = exchange.books[stock]
            spread = book.spread
            middle = book.last_price if spread is None else (spread[0] + spread[1]) // 2
            lean = (self.account.shares[stock] - self.usual) // 50
            self.order(exchange, stock, BUY, 20, middle - self.margin - lean)
            self.order(exchange, stock, SELL, 20, middle + self.margin - lean)


class Follower(Trader):
    """Compares two means of the last prices and follows the direction."""

    def __init__(self, name, random, cash, shares, stock):
        super().__init__(name, random, cash, shares)
        self.stock = stock
        self.prices = deque(maxlen=24)
        self.trend = 0

    def watch(self, exchange):
        """Register for the trades of one stock."""
        def on_trade(trade):
            if trade.stock == self.stock:
                self.prices.append(trade.price)
        exchange.observers.append(on_trade)

    def act(self, exchange):
        if len(self.prices) < 24 or self.random.below(4):
            return
        prices = list(self.prices)
        short, long = sum(prices[-6:]) // 6, sum(prices) // 24
        trend = (short > long + 2) - (short < long - 2)
        if trend != self.trend and trend:
            self.trend = trend
            self.withdraw_old(exchange, 0)
            self.order(exchange, self.stock, trend, self.random.between(10, 80), prices[-1] + 15 * trend)


class Whale(Trader):
    """Seldom trades, but much; splits orders into parts."""

    def __init__(self, name, random, cash, shares):
        super().__init__(name, random, cash, shares)
        self.plan = iter(())

    def new_plan(self):
        stock = STOCKS[self.random.below(len(STOCKS))]
        side = BUY if self.random.below(6000) >= self.account.shares[stock] else SELL
        for _ in range(self.random.between(5, 15)):
            yield stock, side, self.random.between(20, 90)
            if self.random.below(3) == 0:
                yield None

    def act(self, exchange):
        try:
            part = next(self.plan)
        except StopIteration:
            if self.random.below(20) == 0:
                self.plan = self.new_plan()
            return
        if part is not None:
            stock, side, quantity = part
            self.order(exchange, stock, side, quantity, exchange.books[stock].last_price + 25 * side)
        self.withdraw_old(exchange, 2)


def make_traders(exchange, random):
    traders = [Noise(f"noise{k}", random, 1500000, 200) for k in range(8)]
    traders += [Maker(f"maker{k}", random, 20000000, 2000, 8 + 6 * k) for k in range(2)]
    for k, stock in enumerate(STOCKS):
        follower = Follower(f"follower{k}", random, 6000000, 500, stock)
        follower.watch(exchange)
        traders.append(follower)
    traders.append(Whale("whale", random, 30000000, 3000))
    return traders


class Candles:
    """Collects first, highest, lowest and last price of equal periods."""

    def __init__(self, period):
        self.period = period
        self.by_key = {}

    def __call__(self, trade):
        key = trade.stock, trade.time // self.period
        candle = self.by_key.get(key)
        if candle is None:
            self.by_key[key] = [trade.price, trade.price, trade.price, trade.price, trade.quantity]
        else:
            candle[1] = max(candle[1], trade.price)
            candle[2] = min(candle[2], trade.price)
            candle[3] = trade.price
            candle[4] += trade.quantity

    def checksum(self):
        result = 0
        for (stock, period), values in self.by_key.items():
            result = (result * 31 + ord(stock[0]) + period) % 1000000007
            for value in values:
                result = (result * 31 + value) % 1000000007
        return result


def totals(traders):
    """Return all cash and all shares, which no trade can change."""
    return [sum(trader.account.cash for trader in traders)] + [
        sum(trader.account.shares[stock] for trader in traders) for stock in STOCKS
    ]


def trading_day(random, candles):
    exchange = Exchange()
    traders = make_traders(exchange, random)
    exchange.observers.append(candles)
    before = totals(traders)
    for _ in range(STEPS):
        exchange.step(traders)
    if totals(traders) != before:
        raise AssertionError("cash or shares were lost")
    return exchange, traders


def main():
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    random = Random(8675309)
    rejected = {}
    orders = withdrawals = trades = checksum = count = 0
    exchange, traders = None, []
    for _ in range(days):
        candles = Candles(10)
        exchange, traders = trading_day(random, candles)
        orders += exchange.next_number - 1
        withdrawals += exchange.withdrawals
        trades += len(exchange.trades)
        count += len(candles.by_key)
        checksum = (checksum * 31 + candles.checksum()) % 1000000007
        for kind, times in exchange.rejected.items():
            rejected[kind] = rejected.get(kind, 0) + times

    for stock, book in exchange.books.items():
        bids = " ".join(f"{quantity}@{price}" for price, quantity in book.levels(BUY, 3))
        asks = " ".join(f"{quantity}@{price}" for price, quantity in book.levels(SELL, 3))
        print(f"{stock}: last {book.last_price}, volume {book.volume}, bids {bids}, asks {asks}")
    for trader in sorted(traders, key=lambda trader: (-trader.wealth(exchange), trader.name))[:5]:
        held = ", ".join(f"{stock} {count}" for stock, count in trader.account.shares.items())
        print(f"{trader.name:10} {trader.wealth(exchange):10} {held}")
    print(f"{orders} orders, {withdrawals} withdrawn, {trades} trades in {days} days")
    print(f"rejected: {', '.join(f'{kind} {times}' for kind, times in sorted(rejected.items()))}")
    print(f"{count} candles, checksum {checksum}")


if __name__ == "__main__":
    main()
