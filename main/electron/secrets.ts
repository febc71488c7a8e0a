import { safeStorage } from 'electron';
import type { SecretBox } from '../host.ts';

/** The system's keyring through Electron's safeStorage. */
export function createSecretBox(): SecretBox {
  return {
    available: hasKeyring(),
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}

/**
 * Newer Electrons fall back to a hard-coded key on Linux without a keyring ("basic_text"), which protects nothing.
 * https://www.electronjs.org/docs/latest/api/safe-storage#safestoragegetselectedstoragebackend-linux
 */
function hasKeyring(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux' || !('getSelectedStorageBackend' in safeStorage)) return true;
  return safeStorage.getSelectedStorageBackend() !== 'basic_text';
}
