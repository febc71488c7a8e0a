/** Whether a window can be shown. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** What Electron must be told to start at all: Chromium refuses to run as root with its sandbox on. */
export function rootArguments(uid = process.getuid?.(), platform = process.platform) {
  return platform === 'linux' && uid === 0 ? ['--no-sandbox'] : [];
}

/** Chromium logs as errors what is none: a GPU or a system bus that isn't there. Bellhop's own messages still come. */
export const quietArguments = ['--log-level=3'];
