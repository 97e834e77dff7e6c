# exit: 1
for i in []:
    pass
break
