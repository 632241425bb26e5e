def outer():
    def inner():
        return [
            1,
            2 / 0,
        ]
    x = inner(
    )  # call
    return x
outer().append(
    3
)
