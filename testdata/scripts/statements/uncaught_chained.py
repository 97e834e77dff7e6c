# exit: 1
class ConfigError(Exception):
    def __init__(self, path, line):
        super().__init__(path, line)
        self.path, self.line = path, line

    def __str__(self):
        return f"{self.path}:{self.line}: broken"


def read():
    try:
        return int("x1")
    except ValueError as e:
        raise ConfigError("app.cfg", 12) from e


print("start")
read()
