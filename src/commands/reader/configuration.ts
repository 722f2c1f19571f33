import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { LibraryWatch } from '../../library/watch.ts';
import type { EffectiveSettings } from '../../settings/effective.ts';
import type { Action } from '../../state/actions.ts';
import { type Configured, settingsOfValues } from '../../state/settings.ts';
import type { Environment, ReaderEnvironment } from '../environment.ts';

/**
 * What the reader takes from the settings.
 *
 * GNU screen holds Escape back until the next key while a program has the mouse, so there it is taken only if asked for.
 */
export const configuredBy = ({
  settings: { values, ownLooks, keymap },
  language,
  env,
}: Pick<Environment, 'settings' | 'language' | 'env'>): Configured => ({
  language,
  settings: settingsOfValues(values),
  mouse: values.mouse ?? !env.STY,
  ownLooks,
  keymap,
});

export interface ConfigurationPorts {
  readonly environment: ReaderEnvironment;
  /** Takes the environment with the settings that count from now on. */
  readonly onChange: (environment: ReaderEnvironment) => void;
  readonly dispatch: (...actions: readonly Action[]) => void;
  readonly fail: (error: unknown) => void;
}

/** From `~/.config/kiosque/themes` up to the home folder. */
const MAX_LEVELS = 3;

/** The folder, or the nearest one above it that is there. */
function nearestFolder(folder: string): string {
  let nearest = folder;
  for (let level = 0; level < MAX_LEVELS && !existsSync(nearest); level++) nearest = dirname(nearest);
  return nearest;
}

/** Tells of problems in the settings, and applies settings as their files change. */
export class Configuration {
  readonly #ports: ConfigurationPorts;
  readonly #watch = new LibraryWatch(() => void this.#reload().catch(this.#ports.fail));
  #isClosed = false;
  /** The problems that were last told. */
  #told = '';

  constructor(ports: ConfigurationPorts) {
    this.#ports = ports;
  }

  /** Begins to watch the files of settings. */
  async open(): Promise<void> {
    const { settings, settingsPaths } = this.#ports.environment;
    this.#follow();
    await this.#report(settings);
    // The start did not wait for the files to be watched: they may have changed since.
    if (settingsPaths.some((path) => existsSync(path))) await this.#reload();
  }

  /** Watches the folders of settings, and where one is missing, the folder in which it may be made. */
  #follow(): void {
    this.#watch.follow(this.#ports.environment.settingsPaths.map(nearestFolder), []);
  }

  close(): void {
    this.#isClosed = true;
    this.#watch.close();
  }

  async #reload(): Promise<void> {
    const { environment, onChange, dispatch } = this.#ports;
    // Before the files are read, so that no later change is missed.
    this.#follow();
    const { settings, language } = await environment.reloadSettings();
    if (this.#isClosed) return;
    onChange({ ...environment, settings, language });
    dispatch({ type: 'configured', configured: configuredBy({ settings, language, env: environment.env }) });
    await this.#report(settings, language);
  }

  async #report(settings: EffectiveSettings, language = this.#ports.environment.language): Promise<void> {
    const told = this.#told;
    this.#told = '';
    if (settings.problems.length === 0) return;
    const { problemsText } = await import('./settings-problems.ts');
    this.#told = problemsText(settings.problems, language);
    if (this.#told !== told && !this.#isClosed)
      this.#ports.dispatch({ type: 'noticed', notice: { kind: 'problem', text: this.#told } });
  }
}
