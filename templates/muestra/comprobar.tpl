{{%AUTOESCAPE context="HTML"}}
<h1>Repetir el sorteo</h1>
<p class="lead">Muestra «{{NOMBRE}}», con la semilla <code>{{SEMILLA}}</code>.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>El portal acaba de repetir el sorteo con lo que hay ahora, sin cambiar nada. Si las etapas entre las que se sorteó son las mismas, la muestra sale igual.</p></details>
{{#IGUAL}}<div class="listo" role="status"><p>Sale igual: las mismas {{AHORA:x-miles}} etapas y las mismas {{TAMANO}} elegidas.</p></div>
{{/IGUAL}}{{#CAMBIO}}<div class="alerta"><p>La población cambió desde el sorteo: eran {{POBLACION:x-miles}} etapas y ahora son {{AHORA:x-miles}}. Con las de ahora, {{IGUALES}} de las {{TAMANO}} elegidas serían las mismas.{{#CON_SALIDAS}} {{SALIERON}} de la muestra ya no cumplen los filtros: se movieron después.{{/CON_SALIDAS}} La muestra guardada no cambia.</p></div>
{{/CAMBIO}}<dl class="ficha">
<div><dt>Huella al sortear</dt><dd><code>{{HUELLA}}</code></dd></div>
</dl>
<p class="noimp"><a href="/muestra/{{ID}}/ficha">Volver a la muestra</a></p>
