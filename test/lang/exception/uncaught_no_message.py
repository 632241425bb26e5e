raise KeyboardInterrupt if False else ValueError
# expect error: ValueError
