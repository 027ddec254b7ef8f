/* The portal's own modifiers: {{N:x-miles}}, {{N:x-soles}}, {{E:x-palabra}},
 * {{N:x-segun=día/días}}, {{D:x-largo}}, {{D:x-iso}}. What they write is escaped afterwards, as
 * any value. */
#ifndef VIEW_VIEW_MODIFIER_H
#define VIEW_VIEW_MODIFIER_H

/* Where an expansion's data for modifiers holds its arena. */
extern const char *const MODIFIER_ARENA;

/* Must run before the first template is read; again does nothing. */
void modifiers_add();

#endif
