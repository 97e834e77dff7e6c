print("loading", __name__)
from .prices import price


class Cart:
    def __init__(self):
        self.items = []

    def add(self, *names):
        self.items += names
        return self

    def total(self):
        return sum(price(n) for n in self.items)
