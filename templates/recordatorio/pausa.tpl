{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Pausar recordatorios</h1>
<p class="lead">{{ENTIDAD}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Detenga por un tiempo los recordatorios de toda la entidad o de una persona, con su motivo. Mientras dure la pausa tampoco se recuerda a su jefe lo que concierne a esa persona. Los plazos no cambian. Puede levantarla cuando quiera.</p></details>
<form method="post" novalidate>
{{>CSRF}}
<div class="fila">{{>CAMPO_DOCUMENTO}}{{>CAMPO_HASTA}}</div>
{{>CAMPO_MOTIVO}}
<div class="acc"><button>Pausar</button> <a href="/recordatorio/lista">Volver a los recordatorios</a></div>
</form>
<h2>Pausas que rigen</h2>
{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Pausas que rigen</caption>
<thead><tr><th scope="col">De quién</th><th scope="col">Motivo</th><th scope="col">Hasta</th><th scope="col">Desde</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{#HAY_NOMBRE}}{{NOMBRE}}{{/HAY_NOMBRE}}{{#NO_NOMBRE}}Toda la entidad{{/NO_NOMBRE}}</th>
<td data-label="Motivo">{{MOTIVO}}</td>
<td data-label="Hasta">{{#HAY_HASTA}}{{HASTA}}{{/HAY_HASTA}}{{#NO_HASTA}}Que se levante{{/NO_HASTA}}</td>
<td data-label="Desde">{{CREADO}}{{#HAY_QUIEN}} <span class="hint">{{QUIEN}}</span>{{/HAY_QUIEN}}
<form method="post" novalidate>{{>CSRF}}<input type="hidden" name="levantar" value="{{ID}}"><button class="sec">Levantar<span class="vh"> la pausa de {{#HAY_NOMBRE}}{{NOMBRE}}{{/HAY_NOMBRE}}{{#NO_NOMBRE}}toda la entidad{{/NO_NOMBRE}}</span></button></form></td></tr>
{{/FILAS}}</tbody>
</table>
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>No hay ninguna pausa.</p></div>
{{/NO_FILAS}}
