# exit: 1
x = 1
await x
