# exit: 1
inventory = {"bolts": 3}
for part in ("bolts", "nuts"):
    print(part, inventory[part])
