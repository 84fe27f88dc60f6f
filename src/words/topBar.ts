/** Words of the top bar, the persona strip and the menu of things to take away. */
import type { Catalogue } from './language.ts';

const en = {
  home: 'To my maps',
  mapTitle: 'Title of the map',
  mapFacts: 'About this map: scenario, goal, state …',
  untitled: 'Untitled map',
  tools: 'Tools',
  views: { label: 'View', map: 'Map', table: 'Table', insights: 'Insights', saved: 'Views' },
  find: 'Find in map',
  share: 'Share',
  details: 'Details of the selection',
  /** What a step of undo would bring back: "Undo move 3 touchpoints" (U29). */
  step: {
    create: (n: number) => (n === 1 ? 'create' : `create ${n} items`),
    edit: (n: number) => (n === 1 ? 'edit' : `edit ${n} items`),
    move: (n: number) => (n === 1 ? 'move' : `move ${n} items`),
    delete: (n: number) => (n === 1 ? 'delete' : `delete ${n} items`),
    link: () => 'link',
    paste: (n: number) => (n === 1 ? 'paste' : `paste ${n} items`),
    duplicate: (n: number) => (n === 1 ? 'duplicate' : `duplicate ${n} items`),
    reorder: () => 'change of order',
    replace: () => 'replacing the content',
    sort: (n: number) => (n === 1 ? 'sorting a note into the map' : `sorting ${n} notes into the map`),
    type: () => 'typing',
  },
  export: {
    menu: 'Export',
    svgNote: 'Vector drawing, for print and other programs',
    imageNote: 'What you see now, to the clipboard',
    jsonNote: 'Everything in the map, to import again',
    done: (name: string) => `Saved ${name}`,
    /** What happened, what is safe, what to do (U42). */
    failed:
      'The file could not be made: drawing it stopped half-way. The map is untouched. Try again, or take the Touchline file instead.',
  },
  personas: {
    strip: 'Points of view',
    everyone: 'Everyone',
    add: '+ Persona',
    newName: 'New persona',
    about: (name: string) => `About ${name}`,
    edit: 'Edit persona',
    show: 'Show the curve',
    tier: 'Tier',
    share: (percent: string) => `${percent} of the audience`,
    goals: 'Goals',
    full: 'A map holds at most 12 personas.',
  },
  lanes: {
    menu: 'Lanes',
    count: (shown: number, all: number) => `${shown} of ${all}`,
    showAll: 'Show all lanes',
  },
};

const zh: typeof en = {
  home: '返回我的旅程图',
  mapTitle: '旅程图标题',
  mapFacts: '关于这张图：场景、目标、状态……',
  untitled: '未命名旅程图',
  tools: '工具',
  views: { label: '视图', map: '旅程图', table: '表格', insights: '洞察', saved: '已存视图' },
  find: '在图中查找',
  share: '分享',
  details: '所选内容的详情',
  step: {
    create: (n) => (n === 1 ? '新建' : `新建 ${n} 项`),
    edit: (n) => (n === 1 ? '编辑' : `编辑 ${n} 项`),
    move: (n) => (n === 1 ? '移动' : `移动 ${n} 项`),
    delete: (n) => (n === 1 ? '删除' : `删除 ${n} 项`),
    link: () => '连线',
    paste: (n) => (n === 1 ? '粘贴' : `粘贴 ${n} 项`),
    duplicate: (n) => (n === 1 ? '复制' : `复制 ${n} 项`),
    reorder: () => '调整顺序',
    replace: () => '替换内容',
    sort: (n) => (n === 1 ? '将便签归入图中' : `将 ${n} 张便签归入图中`),
    type: () => '输入',
  },
  export: {
    menu: '导出',
    svgNote: '矢量图，用于打印和其他软件',
    imageNote: '把现在看到的内容复制到剪贴板',
    jsonNote: '包含全部内容，可再次导入',
    done: (name) => `已保存 ${name}`,
    failed: '无法生成文件：绘制中途停止了。旅程图没有变化。请重试，或改为导出 Touchline 文件。',
  },
  personas: {
    strip: '观察视角',
    everyone: '全体顾客',
    add: '+ 画像',
    newName: '新画像',
    about: (name) => `关于${name}`,
    edit: '编辑画像',
    show: '显示曲线',
    tier: '层级',
    share: (percent) => `占受众 ${percent}`,
    goals: '目标',
    full: '一张图最多 12 个画像。',
  },
  lanes: {
    menu: '泳道',
    count: (shown, all) => `${shown}/${all}`,
    showAll: '显示全部泳道',
  },
};

export const topBarWords: Catalogue<typeof en> = { en, zh };
