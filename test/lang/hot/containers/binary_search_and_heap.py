xs = [i * 3 for i in range(500)]
def find(v):
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < v:
            lo = mid + 1
        else:
            hi = mid
    return lo
print(sum(find(v) for v in range(0, 1500, 7)))  # expect: 53750
heap = []
def push(v):
    heap.append(v)
    i = len(heap) - 1
    while i > 0 and heap[(i - 1) // 2] > heap[i]:
        heap[i], heap[(i - 1) // 2] = heap[(i - 1) // 2], heap[i]
        i = (i - 1) // 2
for i in range(300):
    push(i * 7919 % 1009)
print(heap[0], heap[1] <= heap[3], len(heap))  # expect: 0 True 300
