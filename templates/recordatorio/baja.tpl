{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Recordatorios por correo</h1>
<p class="lead">El portal escribe como máximo una vez por semana, y una sola vez por cada motivo.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Decida si quiere seguir recibiendo recordatorios en este correo. Los plazos de su inducción no cambian: puede verlos cuando quiera en el portal o preguntar a la oficina de recursos humanos de su entidad. Puede volver a recibirlos desde esta misma página.</p></details>
<ul>
{{#FILAS}}<li>{{NOMBRE}}: {{#DE_BAJA}}ya no recibe recordatorios{{/DE_BAJA}}{{#NO_DE_BAJA}}recibe recordatorios{{/NO_DE_BAJA}}</li>
{{/FILAS}}</ul>
<form method="post" novalidate>
{{>CSRF}}
{{#VARIAS}}{{>CAMPO_QUIEN}}
{{/VARIAS}}{{#NO_VARIAS}}<input type="hidden" name="quien" value="todas">
{{/NO_VARIAS}}<div class="acc" id="f-accion">{{#ALGUNA_RECIBE}}<button name="accion" value="baja">Dejar de recibirlos</button> {{/ALGUNA_RECIBE}}{{#ALGUNA_DE_BAJA}}<button class="sec" name="accion" value="volver">Volver a recibirlos</button>{{/ALGUNA_DE_BAJA}}</div>
</form>
