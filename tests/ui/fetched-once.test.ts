import { expect, test, vi } from 'vitest';
import { fetchedOnce } from '#lib/ui/fetched-once.ts';

test('what is fetched once is handed to whoever asks after', async () => {
  const fetch = vi.fn(() => Promise.resolve({}));
  const get = fetchedOnce(fetch);
  const [first, second] = await Promise.all([get(), get()]);
  expect(second).toBe(first);
  expect(await get()).toBe(first);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('a fetch that failed is tried again by the next who asks', async () => {
  const fetch = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('no network'))
    .mockResolvedValue('here');
  const get = fetchedOnce(fetch);
  await expect(get()).rejects.toThrow('no network');
  await expect(get()).resolves.toBe('here');
});
