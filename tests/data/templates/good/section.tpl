{{%AUTOESCAPE context="HTML"}}
{{#AVISO}}
aviso
{{/AVISO}}
{{#HIJO}}({{A}}{{#AVISO}} aviso{{/AVISO}}{{#NIETO}} nieto {{A}}{{/NIETO}}{{#NO_AVISO}} sin{{/NO_AVISO}}){{/HIJO}}
{{#HAY_A}}
hay
{{/HAY_A}}
{{#NO_A}}
no hay
{{/NO_A}}
