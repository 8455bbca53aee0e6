import chromium from '@sparticuz/chromium';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A Chromium that starts: the one in the npm package on Linux x64, else an installed one, else (as root on a Debian) the system's
 * package. Resolves to its path, or to the reason why there is none.
 */
export async function findChromium(): Promise<
  { path: string } | { missing: string }
> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const packaged = await chromium.executablePath();
    if (starts(packaged)) return { path: packaged };
  }
  const installed = INSTALLED.find(path => fs.existsSync(path) && starts(path));
  if (installed) return { path: installed };
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    process.stderr.write(
      'scaleph: installing Chromium with the system package manager …\n',
    );
    const options = {
      stdio: 'ignore' as const,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
    if (starts('/usr/bin/chromium')) return { path: '/usr/bin/chromium' };
  }
  return {
    missing:
      'no Chromium starts here: install Chromium or Google Chrome, or name one in SCALEPH_CHROMIUM',
  };
}

/** Whether its libraries are there. */
function starts(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false; // The answer to the question, not an error.
  }
}
