{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Verificar una constancia</h1>
<p class="lead">Compruebe si la constancia de una etapa de inducción es válida hoy.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba el código impreso en la constancia. El portal responde si es válida y de qué entidad, etapa y fechas es; de la persona muestra solo sus iniciales. Cada consulta se registra. No necesita cuenta.</p></details>
{{#VALIDA}}<div class="listo" role="status"><h2>La constancia es válida</h2>
<dl class="ficha">
<div><dt>Entidad</dt><dd>{{ENTIDAD}}</dd></div>
<div><dt>Etapa</dt><dd>{{ETAPA}}</dd></div>
<div><dt>Persona</dt><dd>{{INICIALES}}</dd></div>
<div><dt>Ingreso</dt><dd>{{INGRESO:x-largo}}</dd></div>
<div><dt>Culminó</dt><dd>{{FIN:x-largo}}</dd></div>
<div><dt>Revisión</dt><dd>{{#VALIDADA}}SERVIR la revisó y la validó{{/VALIDADA}}{{#NO_VALIDADA}}SERVIR todavía no la ha validado{{/NO_VALIDADA}}</dd></div>
</dl>
<p>Compare estos datos con los de la constancia que tiene.</p></div>
{{/VALIDA}}{{#NO_VALIDA}}<div class="alerta" role="status"><p><strong>Ese código no es de una constancia válida.</strong> Compárelo con el impreso. Si es el mismo, la etapa ya no figura como culminada: pregunte a la entidad que la emitió.</p></div>
{{/NO_VALIDA}}<form method="post" action="/publico/constancia" novalidate>
{{>CSRF}}
{{>CAMPO_CODIGO}}
<div class="acc"><button>Verificar</button></div>
</form>
