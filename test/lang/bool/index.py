print(["no", "yes"][True], "ab"[False], [1, 2, 3][:True], range(5)[True])  # expect: yes a [1] 1
