print("a" "b" 'c', ("x"
       "y"))  # expect: abc xy
