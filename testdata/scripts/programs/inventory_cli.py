# A small command language over standard input, with errors reported by line.
import sys


class Inventory:
    def __init__(self):
        self.items = {}
        self.undo_log = []

    def execute(self, line):
        match line.split():
            case []: return None
            case ["#", *_]: return None
            case ["add", name, qty]: return self._change(name, int(qty))
            case ["add", name]: return self._change(name, 1)
            case ["sell", name, qty] if name in self.items: return self._change(name, -int(qty))
            case ["sell", name, _]: raise KeyError(name)
            case ["price", name, value]:
                self.items.setdefault(name, [0, 0.0])[1] = float(value)
                return f"{name} costs {float(value):.2f}"
            case ["undo"]:
                if not self.undo_log: raise LookupError("nothing to undo")
                name, delta = self.undo_log.pop()
                self.items[name][0] -= delta
                return f"undid {delta:+d} {name}"
            case ["report"]: return self.report()
            case ["find", pattern]: return " ".join(n for n in sorted(self.items) if pattern in n) or "none"
            case ["quit"]: raise SystemExit
            case [cmd, *args]: raise ValueError(f"unknown command {cmd!r} with {len(args)} argument(s)")

    def _change(self, name, delta):
        entry = self.items.setdefault(name, [0, 0.0])
        if entry[0] + delta < 0:
            raise ValueError(f"only {entry[0]} {name} left")
        entry[0] += delta
        self.undo_log.append((name, delta))
        return f"{name}: {entry[0]}"

    def report(self):
        lines = [f"{'item':<10}{'qty':>5}{'price':>8}{'value':>10}"]
        for name, (qty, price) in sorted(self.items.items()):
            lines.append(f"{name:<10}{qty:>5}{price:>8.2f}{qty * price:>10.2f}")
        lines.append(f"{'total':<10}{sum(q for q, _ in self.items.values()):>5}{'':>8}{sum(q * p for q, p in self.items.values()):>10.2f}")
        return "\n".join(lines)


inv, errors = Inventory(), []
try:
    for number, line in enumerate(sys.stdin, start=1):
        try:
            answer = inv.execute(line)
        except KeyError as e:
            errors.append(f"line {number}: no such item {e}")
        except (ValueError, LookupError) as e:
            errors.append(f"line {number}: {e}")
        else:
            if answer is not None:
                print(answer)
except SystemExit:
    print("quit at line", number)
print("\n".join(errors) or "no errors")
