/** While pages are measured at several sizes, as for a presentation, every chart is drawn both wide and narrow. */
export const drawings = $state({ both: false });
