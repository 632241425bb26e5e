# A property is named in messages as its class or its getter is; a native object's dict cannot be deleted.
class T:
    @property
    def v(self):
        return 1


class Named:
    __name__ = 'nm'

    def __call__(self, o):
        return 1


T.x = property(lambda self: 4)
T.y = property()
T.z = property(len)
T.w = T.v
T.n = property(Named())


def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


t = T()
for name in 'v', 'w', 'x', 'y', 'z', 'n':
    tell(lambda: setattr(t, name, 1))  # expect: AttributeError property 'v' of 'T' object has no setter
    tell(lambda: delattr(t, name))  # expect: AttributeError property 'v' of 'T' object has no deleter
    # expect: AttributeError property 'v' of 'T' object has no setter
    # expect: AttributeError property 'v' of 'T' object has no deleter
    # expect: AttributeError property '<lambda>' of 'T' object has no setter
    # expect: AttributeError property '<lambda>' of 'T' object has no deleter
    # expect: AttributeError property of 'T' object has no setter
    # expect: AttributeError property of 'T' object has no deleter
    # expect: AttributeError property 'len' of 'T' object has no setter
    # expect: AttributeError property 'len' of 'T' object has no deleter
    # expect: AttributeError property 'nm' of 'T' object has no setter
    # expect: AttributeError property 'nm' of 'T' object has no deleter
tell(lambda: t.y)  # expect: AttributeError property of 'T' object has no getter
del t.__dict__
print(t.__dict__)  # expect: {}
for o in OSError(2, 'no'), ValueError(), tell:
    tell(lambda: delattr(o, '__dict__'))  # expect: TypeError cannot delete __dict__
    # expect: TypeError cannot delete __dict__
    # expect: TypeError cannot delete __dict__
