"""Three of the workloads on a general event kernel: SimPy 2, which Debian has (python3-simpy). Run by bench_peers.

Prints ns per customer. Where it is missing it says so, and that is all: Restock does not need it.
"""
import random
import sys
import time

try:
    import SimPy
    from SimPy.Simulation import Process, Simulation, Store, get, hold, put
except ImportError:
    print("SimPy 2 (Debian: python3-simpy) is not installed for this Python: left out")
    sys.exit(0)

draw = random.Random(1).expovariate


class Shop(Simulation):
    """W1a and W4: (s,S), with patience where it is given a mean."""

    def __init__(self, rate, lead, low, top, patience=None, places=None):
        super().__init__()
        self.initialize()
        self.rate, self.lead, self.low, self.top = rate, lead, low, top
        self.patience, self.places = patience, places
        self.on_hand = self.position = top
        self.waiting = []
        self.customers = self.filled = self.left = 0

    def take(self):
        self.position -= 1
        if self.position <= self.low:
            receipt = Receipt(sim=self)
            self.activate(receipt, receipt.travel(self.top - self.position))
            self.position = self.top


class Receipt(Process):
    def travel(self, units):
        yield hold, self, self.sim.lead
        while units > 0 and self.sim.waiting:
            units -= 1
            customer = self.sim.waiting.pop(0)
            if self.sim.patience:
                self.interrupt(customer)
        self.sim.on_hand += units


class Customer(Process):
    def come(self):
        shop = self.sim
        if shop.on_hand > 0:
            shop.on_hand -= 1
            shop.filled += 1
            shop.take()
        elif shop.places is None or len(shop.waiting) < shop.places:
            shop.waiting.append(self)
            shop.take()
            if shop.patience:
                yield hold, self, draw(1.0 / shop.patience)
                if not self.interrupted():
                    shop.waiting.remove(self)
                    shop.position += 1
                    shop.left += 1
        yield hold, self, 0.0


class Door(Process):
    def open(self):
        shop = self.sim
        while True:
            yield hold, self, draw(shop.rate)
            shop.customers += 1
            customer = Customer(sim=shop)
            shop.activate(customer, customer.come())


def run(shop, until):
    door = Door(sim=shop)
    shop.activate(door, door.open())
    shop.simulate(until=until)


def min_max():
    shop = Shop(10.0, 2.0, 20, 40)
    run(shop, 20_000)
    return shop.customers, f"fill rate {shop.filled / shop.customers:.3f}, exact 0.911"


def reneging():
    shop = Shop(1.0, 5.0, 3, 20, patience=2.0, places=5)
    run(shop, 200_000)
    return shop.customers, f"{shop.left / shop.customers:.4f} give up, of 0.0564"


class Arrivals(Process):
    def work(self, store):
        while True:
            yield hold, self, draw(0.9)
            yield put, self, store, [self.sim.now()]


class Server(Process):
    def work(self, store, spent):
        while True:
            yield get, self, store, 1
            since = self.got[0]
            yield hold, self, draw(1.0)
            spent.append(self.sim.now() - since)


def queue():
    sim = Simulation()
    sim.initialize()
    store = Store(sim=sim, capacity="unbounded")
    spent = []
    arrivals, server = Arrivals(sim=sim), Server(sim=sim)
    sim.activate(arrivals, arrivals.work(store))
    sim.activate(server, server.work(store, spent))
    sim.simulate(until=200_000)
    return len(spent), f"{sum(spent) / len(spent):.2f} in the system, exact 10"


for name, model in (("W1a", min_max), ("W4", reneging), ("W5a", queue)):
    began = time.perf_counter()
    customers, said = model()
    took = time.perf_counter() - began
    print(f"SimPy {SimPy.__version__} {name}: {took / customers * 1e9:.0f} ns per customer ({said})", flush=True)
