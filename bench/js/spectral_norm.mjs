function a(i, j) {
  return 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);
}

function multiplyAv(v) {
  const n = v.length;
  const result = [];
  for (let i = 0; i < n; i++) {
    let total = 0;
    for (let j = 0; j < n; j++) total += a(i, j) * v[j];
    result.push(total);
  }
  return result;
}

function multiplyAtv(v) {
  const n = v.length;
  const result = [];
  for (let i = 0; i < n; i++) {
    let total = 0;
    for (let j = 0; j < n; j++) total += a(j, i) * v[j];
    result.push(total);
  }
  return result;
}

const multiplyAtAv = (v) => multiplyAtv(multiplyAv(v));

export function main(args, print) {
  const n = args.length > 0 ? Number(args[0]) : 1200;
  let u = Array.from({ length: n }, () => 1);
  let v = u;
  for (let k = 0; k < 10; k++) {
    v = multiplyAtAv(u);
    u = multiplyAtAv(v);
  }
  let vBv = 0, vv = 0;
  for (let i = 0; i < n; i++) {
    vBv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  print(Math.sqrt(vBv / vv).toFixed(9));
}
