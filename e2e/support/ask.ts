import type { Page } from 'playwright';
import type { Bridge, Reply, RequestArgs, RequestResults, WindowRequest } from '../../preload/contract.ts';

/** Asks main as the inbox’s own page does. */
export async function ask<N extends WindowRequest>(
  page: Page,
  name: N,
  args: RequestArgs<N>,
): Promise<Reply<RequestResults[N]>> {
  const given: { name: string; args: object } = { name, args };
  const reply = await page.evaluate(({ name, args }) => {
    const { bellhop } = window as unknown as { bellhop: Bridge };
    return bellhop.request(name as WindowRequest, args as never);
  }, given);
  return reply as Reply<RequestResults[N]>;
}
