{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>{{#COMO_JEFE}}¿Está conforme con esta inducción?{{/COMO_JEFE}}{{#NO_COMO_JEFE}}¿Recibió esta inducción?{{/NO_COMO_JEFE}}</h1>
<p class="lead">{{ETAPA}}{{#COMO_JEFE}} de {{NOMBRE}}{{/COMO_JEFE}}, {{PUESTO}}.{{#HAY_FIN}} Se registró que terminó el {{FIN:x-largo}}.{{/HAY_FIN}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Diga si la inducción se hizo como se registró. Su respuesta no detiene nada: la leen la oficina de recursos humanos y SERVIR al revisar. Puede cambiarla después; cada respuesta queda en la historia.</p></details>
{{#CONTESTABLE}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_CONFORME}}
{{>CAMPO_COMENTARIO}}
<div class="acc"><button>Guardar mi respuesta</button> <a href="/mi/inicio">Cancelar</a></div>
</form>
{{/CONTESTABLE}}{{#NO_CONTESTABLE}}<div class="nota"><p>Esta etapa todavía no termina. Cuando termine, aquí podrá responder. <a href="/mi/inicio">Volver al inicio</a></p></div>
{{/NO_CONTESTABLE}}
