print(True, str(False), repr(True), f"{True}", f"{True:d}", f"{True:5}|", "%d %s" % (True, True))  # expect: True False True True 1     1| 1 True
