import module
def calls(f, a, b):
    f()
    f(a, b)
    f(a, x=b, y=1)
    f(*a)
    f(*a, *b)
    f(a, *b, c)
    f(**a)
    f(a, **b)
    f(a, x=1, **b, y=2, z=3, **a)
    f(*a, x=1)
    f(*a, **b)
    f(x for x in a)
    f(a)(b)(1)
    a.method()
    a.method(1, x=2)
    a.method(*b)
    a.method(**b)
    a.b.c(1).d(2)
    module.function(a)
    module.function(a, x=1)
    module.sub.function(a)
    a[0](1)
    (lambda: 1)()
    print(a, sep="", end="")

def chained(a):
    return (a
            .first(1)
            .second(
                2,
                x=3)
            .third()
            .attr
            .fourth)

def many(f):
    f(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31)
    f(a=1,b=2,c=3,d=4,e=5,f=6,g=7,h=8,i=9,j=10,k=11,l=12,m=13,n=14,o=15)
    f(a=1,b=2,c=3,d=4,e=5,f=6,g=7,h=8,i=9,j=10,k=11,l=12,m=13,n=14,o=15,p=16)
    f.m(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29)
    f.m(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30)
    f(f,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,f)

f = module.function()
