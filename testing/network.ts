import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { onTestFinished } from 'vitest';

/** From now on this machine has these addresses, as its system tells; until the test is over. */
export function useNetwork(...addresses: string[]): void {
  const real = os.networkInterfaces;
  onTestFinished(() => {
    os.networkInterfaces = real;
    syncBuiltinESMExports();
  });
  const own = addresses.map((address) => ({ address, mac: '00:00:00:00:00:01', internal: false }));
  os.networkInterfaces = () => ({ eth0: own as os.NetworkInterfaceInfo[] });
  syncBuiltinESMExports();
}
