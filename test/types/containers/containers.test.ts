/** What CPython 3.13 says of the containers and their modules (golden-containers.py) holds here. */
import { describe, expect, it } from 'vitest';
import { runTopic } from './run-cases.ts';

const TOPICS = [
  'list',
  'tuple',
  'dict',
  'set',
  'range',
  'slice',
  'itertools',
  'functools',
  'collections',
  'abc',
  'heapq_bisect',
  'operator',
  'copy',
  'array',
  'fuzz',
  'subclasses',
];

describe('containers agree with CPython', () => {
  for (const topic of TOPICS)
    it(topic, { timeout: 120_000 }, async () => {
      expect(await runTopic(topic)).toBe('');
    });
});
