if __name__ == "__main__":
    print("main")  # expect: main
print(__name__, __doc__)  # expect: __main__ None
