try:
    open("/nonexistent/file.txt")
except FileNotFoundError as e:
    print(e, e.errno, e.filename, e.strerror)  # expect: [Errno 2] No such file or directory: '/nonexistent/file.txt' 2 /nonexistent/file.txt No such file or directory
try:
    open("/")
except IsADirectoryError as e:
    print(e)  # expect: [Errno 21] Is a directory: '/'
