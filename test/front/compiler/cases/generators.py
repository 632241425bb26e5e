def simple():
    x = yield
    y = yield x
    yield from y
    z = yield from (yield)
    return z

def in_try(a):
    try:
        yield 1
    except E:
        yield 2
    finally:
        yield 3

def empty():
    return
    yield

lam = lambda: (yield)
lam_from = lambda x: [(yield 1), (yield from x)]

async def coroutine(a, b):
    await a
    x = await b()
    async with a as y, b: print(y)
    async with a:
        pass
    async for i in b:
        if i: continue
        if y: break
    else:
        print(i)
    return x

async def async_generator(a):
    async for x in a:
        yield x
    y = yield 1
    await y
    try:
        yield 2
    finally:
        await a

async def awaits_in_try(a):
    try:
        await a
    except E as e:
        await e
    finally:
        async with a:
            return await a

async def early(a):
    async with a:
        for x in a:
            async with x:
                if x: return 1
                continue
            break

def gen_with(a):
    with a as b:
        yield b
        with b: yield
