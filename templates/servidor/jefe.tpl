{{%AUTOESCAPE context="HTML"}}
{{#HAY_ENLACE}}<div class="listo" role="status"><h1>Entregue este enlace a {{JEFE}}</h1>
<p>Se muestra <strong>una sola vez</strong>: cópielo ahora. Quien lo tenga puede marcar por el jefe, así que entréguelo solo a él o ella.</p></div>
<div class="campo"><label for="enlace">Enlace personal del jefe</label>
<input id="enlace" class="w100" type="text" value="{{ENLACE}}" readonly></div>
<p>Sirve sin cuenta ni contraseña hasta que termine de marcar, y como máximo hasta el {{VENCE:x-largo}}. El anterior dejó de servir.</p>
{{#HAY_ENVIADO}}<p>También se puso en cola un correo a {{ENVIADO}}. Si no llega, entregue el enlace usted.</p>
{{/HAY_ENVIADO}}<div class="acc"><a class="btn" href="/servidor/{{ID}}/ficha">Continuar</a></div>
{{/HAY_ENLACE}}{{#FORMULARIO}}{{>RESUMEN}}
<h1>Enlace personal del jefe</h1>
<p class="lead">Para que {{#HAY_JEFE}}<strong>{{JEFE}}</strong>{{/HAY_JEFE}}{{#NO_JEFE}}el jefe inmediato{{/NO_JEFE}} marque la inducción específica de {{NOMBRE}}{{#PUEDE}}{{#VARIAS_PERSONAS}} y de las demás personas a su cargo ({{PERSONAS}} en total){{/VARIAS_PERSONAS}}{{/PUEDE}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Genere un enlace y entréguelo al jefe: abre una sola página, marca con fecha y guarda, sin cuenta. Termina cuando ya no queda nada por marcar, si cambia el jefe o cuando usted lo anula. Solo muestra nombres, puestos y fechas de las personas a su cargo.</p></details>
{{#SIN_JEFE}}<div class="alerta"><p>Falta indicar al jefe inmediato. <a href="/servidor/{{ID}}/cambiar">Indicar el jefe</a></p></div>
{{/SIN_JEFE}}{{#NADA_ABIERTO}}<div class="nota"><p>Nadie a su cargo tiene la etapa específica por marcar: no hace falta un enlace.</p></div>
{{/NADA_ABIERTO}}{{#HAY_VIVO_ID}}<div class="nota"><p>Ya tiene un enlace desde el {{VIVO_DESDE}}, hasta el {{VIVO_HASTA:x-largo}}. Si genera otro, ese deja de servir.</p>
<form method="post" novalidate>{{>CSRF}}<input type="hidden" name="accion" value="ANULAR"><button class="peligro">Anular el enlace que tiene</button></form></div>
{{/HAY_VIVO_ID}}{{#PUEDE}}<form method="post" novalidate>
{{>CSRF}}
<input type="hidden" name="accion" value="GENERAR">
{{>CAMPO_CORREO}}
<div class="acc"><button>Generar y mostrar el enlace</button> <a href="/servidor/{{ID}}/ficha">No, volver a la ficha</a></div>
</form>
{{/PUEDE}}{{#NO_PUEDE}}<p><a href="/servidor/{{ID}}/ficha">Volver a la ficha</a></p>
{{/NO_PUEDE}}{{/FORMULARIO}}
