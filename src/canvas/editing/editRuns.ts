/** All that the table's editing actions run, in one object, so that it is fetched at once. */
import { newImage } from './addImage.ts';
import * as arrange from './arrange.ts';
import * as divide from './divide.ts';
import * as cards from './editActions.ts';
import { newElement } from './elements.ts';
import { openMenu } from './menus.ts';
import * as structure from './structure.ts';

export const editRuns = { ...cards, ...structure, ...divide, ...arrange, newElement, newImage, openMenu };
export type EditRuns = typeof editRuns;
