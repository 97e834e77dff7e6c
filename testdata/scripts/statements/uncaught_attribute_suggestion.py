# exit: 1
class Account:
    def __init__(self):
        self.balance = 3

    def deposit(self, n):
        self.balance += n


a = Account()
a.deposit(2)
try:
    a.depozit(1)
except AttributeError as e:
    print(str(e), e.name, e.obj is a)
print(a.blance)
