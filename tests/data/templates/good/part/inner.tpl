{{%AUTOESCAPE context="HTML"}}
<textarea>{{AREA:pre_escape}}</textarea>
{{TITULO}} {{A}}
{{#FILAS}}
    {{>CELDA}}
{{/FILAS}}
