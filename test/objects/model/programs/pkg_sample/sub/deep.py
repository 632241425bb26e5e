print('deep'); D = 'd'
