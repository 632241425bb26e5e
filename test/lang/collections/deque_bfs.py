from collections import deque
n = 40
dist = {(0, 0): 0}
queue = deque([(0, 0)])
while queue:
    x, y = queue.popleft()
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        p = (x + dx, y + dy)
        if 0 <= p[0] < n and 0 <= p[1] < n and p not in dist and (p[0] * p[1]) % 7 != 3:
            dist[p] = dist[x, y] + 1
            queue.append(p)
print(len(dist), max(dist.values()), dist[39, 39])  # expect: 1408 78 78
