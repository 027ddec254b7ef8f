{{%AUTOESCAPE context="HTML"}}
{{ID}} {{NOMBRE}} {{#ACTIVO}}activo {{/ACTIVO}}{{INGRESO:x-largo}}
